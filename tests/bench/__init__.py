"""What the machinery costs, measured on generated books; nothing here tests anything.

python -m tests.bench [PROGRAMS]   against doing without the machinery
python -m tests.bench.growth       books of 10, 100 and 1,000 programs
python -m tests.bench.peers        the same book in the formats of other tools
python -m tests.bench.lies         which tools see which lies; see there

books     writes a book of so many programs on so many pages
formats   writes the same book as each of the other tools wants it
measure   times builds, watches memory, says where and with what
"""
