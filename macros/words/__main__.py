"""The command ``python -m macros.words``: it renders pages, as no module of this folder does."""

import sys

from macros.word_list import main

if __name__ == "__main__":
    sys.exit(main())
