"""Questions for all records of a kind, answered from registers of what the minutes hold."""
