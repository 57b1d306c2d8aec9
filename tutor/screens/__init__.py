"""The floors of the tutor, one file each: sign in, home, a page, an exercise, a prediction, results."""
