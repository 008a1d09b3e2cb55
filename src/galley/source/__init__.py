"""What people wrote: pages and programs, and what is wrong before anything runs."""
