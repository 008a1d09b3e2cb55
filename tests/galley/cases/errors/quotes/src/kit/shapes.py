class Square:
    side = 2
