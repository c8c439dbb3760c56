namespace JobMgmt.Runtime.Services.Ssm.Parameters;

/// <summary>Parameter Store's refusals.</summary>
internal static class ParameterErrors
{
    private const string PathRule =
        "If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_";

    public static ServiceException NotFound => new("ParameterNotFound", null);

    public static ServiceException AlreadyExists => new(
        "ParameterAlreadyExists", "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");

    public static ServiceException NoType => new("ValidationException", "A parameter type is required when you create a parameter.");

    public static ServiceException TooLong => new(
        "ValidationException",
        "Standard tier parameters support a maximum parameter value of 4096 characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier.");

    public static ServiceException TooLongForAdvanced => new("ValidationException", "Advanced tier parameters support a maximum parameter value of 8192 characters.");

    public static ServiceException BadName => new("ValidationException", "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive). " + PathRule);

    public static ServiceException BadPath => new("ValidationException", "Parameter name: can't be prefixed with \"ssm\" (case-insensitive). " + PathRule);

    public static ServiceException BadPrefix => new("ValidationException", "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).");

    public static ServiceException Reserved(string name) => new("AccessDeniedException", $"No access to reserved parameter name: {name}.");

    public static ServiceException BadDataType(string dataType) => new(
        "ValidationException", $"The following data type is not supported: {dataType} (Data type names are all lowercase.)");

    public static ServiceException Nested => new("ValidationException", "Parameter value can't nest another parameter. Do not use \"{{}}\" in the value.");

    public static ServiceException TagsWithOverwrite => new(
        "ValidationException",
        "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, please remove overwrite flag. To update tags for an existing parameter, please use AddTagsToResource or RemoveTagsFromResource.");

    public static ServiceException TooDeep => new(
        "HierarchyLevelLimitExceededException", "The specified name has more than the maximum of 15 hierarchy levels.");

    public static ServiceException PatternMismatch(string pattern) => new(
        "ParameterPatternMismatchException", $"Parameter value, cannot be validated against allowedPattern: {pattern}");

    public static ServiceException NoVersion(string name, long version) => new(
        "ParameterVersionNotFound", $"Systems Manager could not find version {version} of {name}. Verify the version and try again.");

    public static ServiceException InvalidToken => new("InvalidNextToken", "The specified token isn't valid.");
}
