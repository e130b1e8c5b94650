"""The languages that kg reads."""

READ = ("nl", "en", "de", "fr")
