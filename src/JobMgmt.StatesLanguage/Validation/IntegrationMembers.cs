using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Validation;

/// <summary>
/// The members that a task may give to optimised integrations. A table, of those whose members are the API's own; the others add some or leave some out, and are open.
/// </summary>
internal static class IntegrationMembers
{
    private static readonly Dictionary<string, HashSet<string>> _members = new(StringComparer.Ordinal)
    {
        ["dynamodb:getItem"] = ["TableName", "Key", "AttributesToGet", "ConsistentRead", "ReturnConsumedCapacity", "ProjectionExpression", "ExpressionAttributeNames"],
        ["dynamodb:putItem"] =
        [
            "TableName", "Item", "Expected", "ReturnValues", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "ConditionalOperator", "ConditionExpression",
            "ExpressionAttributeNames", "ExpressionAttributeValues", "ReturnValuesOnConditionCheckFailure",
        ],
        ["dynamodb:updateItem"] =
        [
            "TableName", "Key", "AttributeUpdates", "Expected", "ConditionalOperator", "ReturnValues", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "UpdateExpression",
            "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues", "ReturnValuesOnConditionCheckFailure",
        ],
        ["dynamodb:deleteItem"] =
        [
            "TableName", "Key", "Expected", "ConditionalOperator", "ReturnValues", "ReturnConsumedCapacity", "ReturnItemCollectionMetrics", "ConditionExpression",
            "ExpressionAttributeNames", "ExpressionAttributeValues", "ReturnValuesOnConditionCheckFailure",
        ],
        ["events:putEvents"] = ["Entries", "EndpointId"],
        ["sns:publish"] =
        [
            "TopicArn", "TargetArn", "PhoneNumber", "Message", "Subject", "MessageStructure", "MessageAttributes", "MessageDeduplicationId", "MessageGroupId",
        ],
        ["sqs:sendMessage"] =
        [
            "QueueUrl", "MessageBody", "DelaySeconds", "MessageAttributes", "MessageSystemAttributes", "MessageDeduplicationId", "MessageGroupId",
        ],
        ["states:startExecution"] = ["StateMachineArn", "Name", "Input", "TraceHeader"],
    };

    /// <summary>The members of a resource's parameters; null where they are not in the table.</summary>
    public static HashSet<string>? Of(TaskResource resource) =>
        resource.Kind == TaskResourceKind.Service && _members.TryGetValue($"{resource.ResourceType}:{resource.Action}", out var members) ? members : null;
}
