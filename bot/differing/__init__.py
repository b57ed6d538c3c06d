"""Ways in which quotes differ, one in each room, for `bot.accounts`: number, time, place, name, blame, denial, opposite."""
