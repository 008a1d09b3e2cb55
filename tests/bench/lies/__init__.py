"""Which checks see which lies: every lie told to every tool, one at a time.

python -m tests.bench.lies [TOOL …]    all tools, or some; written to snippets/lies/

document   the small true document, and how it is edited
lies       each lie as an edit
render     parts of documents that several tools want alike
tool       what the bench knows of a tool
tools/     one adapter a tool
pins/      one list of packages a tool, with exact versions
environment   an environment for each tool
trial      runs a tool in a folder of its own
published  what a reader sees of what a tool publishes
verdict    what a run says about a lie
"""
