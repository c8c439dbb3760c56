-- Lists by status are read by key, however many executions of other statuses there are.
DROP INDEX executions_running;
CREATE INDEX executions_by_status ON executions (state_machine_arn, status, id);
