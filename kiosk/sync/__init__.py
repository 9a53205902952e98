"""Log up, rows down: what this till sends to central, what it receives, and how it waits when it can do neither."""
