"""Time expressions in running text and what they mean, as EDTF."""
