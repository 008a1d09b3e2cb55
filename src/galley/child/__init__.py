"""What runs one program: all of ours that a child process imports, and nothing else.

The bytes of this folder are the engine's part of the key of every result.
"""
