"""The kiosk's one database file: encrypted, WAL + FULL, one writer. Knows tables, not what they mean."""
