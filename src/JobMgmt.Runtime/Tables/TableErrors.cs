using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Tables;

/// <summary>What DynamoDB refuses with, in its words.</summary>
internal static class TableErrors
{
    public static ServiceException NoResource => new("ResourceNotFoundException", "Requested resource not found");

    public static ServiceException WrongKey => Invalid("The provided key element does not match the schema");

    public static ServiceException NoPath => Invalid("The document path provided in the update expression is invalid for update");

    public static ServiceException WrongOperand => Invalid("An operand in the update expression has an incorrect data type");

    public static ServiceException NoAttribute => Invalid("The provided expression refers to an attribute that does not exist in the item");

    public static ServiceException TooLarge => Invalid("Item size has exceeded the maximum allowed size");

    public static ServiceException TooLargeToUpdate => Invalid("Item size to update has exceeded the maximum allowed size");

    public static ServiceException NoTable(string name) => new("ResourceNotFoundException", $"Requested resource not found: Table: {name} not found");

    public static ServiceException NoArn(string arn) => new("ResourceNotFoundException", $"Requested resource not found: ResourcArn: {arn} not found");

    public static ServiceException TableExists(string name) => new("ResourceInUseException", $"Table already exists: {name}");

    public static ServiceException Invalid(string message) => new("ValidationException", message);

    /// <summary>The words before what is wrong with parameters taken together.</summary>
    public static ServiceException Parameters(string message) => Invalid($"One or more parameter values were invalid: {message}");

    public static ServiceException NotServed(string what) => Invalid($"The local runtime does not serve {what} of DynamoDB.");

    public static ServiceException ConditionFailed(JsonObject? item) => new(
        "ConditionalCheckFailedException", "The conditional request failed", 400, item is null ? null : JsonObject.Of(("Item", item)));
}
