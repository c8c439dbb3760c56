-- Test cases of a mock file, as they were when an execution was started with one: it goes by that, whatever becomes of the file.
CREATE TABLE test_cases (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL
);
CREATE TABLE test_case_states (
    test_case INTEGER NOT NULL REFERENCES test_cases (id),
    state_name TEXT NOT NULL,
    response TEXT NOT NULL,             -- the mocked response's name
    answers TEXT NOT NULL,              -- and what it answers, JSON as in the file
    calls INTEGER NOT NULL DEFAULT 0,   -- how often the state was called
    PRIMARY KEY (test_case, state_name)
) WITHOUT ROWID;
ALTER TABLE executions ADD COLUMN test_case INTEGER REFERENCES test_cases (id);
CREATE INDEX executions_of_test_case ON executions (test_case) WHERE test_case IS NOT NULL;
ALTER TABLE execution_tasks ADD COLUMN mocked_call INTEGER; -- which of the state's calls it is, from 0; NULL: a real one
