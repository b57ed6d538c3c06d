"""Ways in which quotes differ, a room for each, behind `bot.accounts`: number, time, place, name, blame, denial."""
