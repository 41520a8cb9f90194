"""The screen of the watchlist."""
