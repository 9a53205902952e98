"""The till's append-only, signed, chained record of everything: fiscal record, audit trail and outbox in one."""
