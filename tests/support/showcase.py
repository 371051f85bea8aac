"""A page with every form of Markdown that a copy's own pages may use."""

PAGE = """\
---
title: Forms
description: Every form of Markdown.
---

# Forms

A lead with ==marked words==, ~~old~~ words, H~2~O, x^2^, ++ctrl+s++, `#!python print("code")`
and :material-check: an icon.

!!! note "A note"

    In the note.

??? warning "A warning that opens"

    Behind the warning.

/// details | Details as a block
Behind the block.
///

[A button](index.md){ .md-button } [The first button](index.md){ .md-button .md-button--primary }

- [x] Done, with **weight**
- [ ] Not *done*
    - [x] Inside

| Left | Centre | Right |
| :--- | :---: | ---: |
| a | b | 1 |
| c | d | 20 |

Term
:   What it means.

A footnote.[^1]

[^1]: At the foot.

> A quotation.

```python title="count.py" linenums="1" hl_lines="2"
def count(items: list[str]) -> int:
    return len(items)  # how many
```

```yaml
key: "value" # a comment
number: 12
```

<figure markdown="span">
  ![A black field](assets/logo.svg)
  <figcaption>A picture with a caption.</figcaption>
</figure>

![A black field again](assets/logo.svg)
/// caption
A caption as a block.
///

![A film about fields](assets/film.webm)

<div class="grid cards" markdown>

- **First** card
- **Second** card

</div>
"""
# By its file in the folder of pages.
FILES = {"assets/film.webm": "", "assets/film.vtt": "WEBVTT\n", "forms.md": PAGE}
