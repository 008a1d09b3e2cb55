"""Where page, programs and results meet, once: nothing is looked up anew after it.

Each embedded cell is found, each value formatted, each figure numbered and given its
alternative text. The flavours of a page, its notebook, the page of messages, accepted
texts and the record all read what stands here. Pure, but for quoted files.
"""
