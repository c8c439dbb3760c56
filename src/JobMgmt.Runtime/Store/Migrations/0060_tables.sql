-- Tables of DynamoDB. Keys are bytes that are in the order of the values; a table without a range key has an empty one.
CREATE TABLE dynamodb_tables (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL,
    definition TEXT NOT NULL,
    tags TEXT NOT NULL,
    time_to_live TEXT
);
CREATE TABLE dynamodb_items (
    table_id INTEGER NOT NULL REFERENCES dynamodb_tables (id) ON DELETE CASCADE,
    hash BLOB NOT NULL,
    range BLOB NOT NULL,
    item TEXT NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (table_id, hash, range)
) WITHOUT ROWID;
