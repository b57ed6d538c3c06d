"""The rooms in which `index.attribution` finds who says what; its first lines draw the way through them."""
