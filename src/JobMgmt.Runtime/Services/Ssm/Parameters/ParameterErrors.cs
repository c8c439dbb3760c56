namespace JobMgmt.Runtime.Services.Ssm.Parameters;

/// <summary>Parameter Store's refusals.</summary>
internal static class ParameterErrors
{
    public static ServiceException NotFound => new("ParameterNotFound", null);

    public static ServiceException AlreadyExists => new(
        "ParameterAlreadyExists", "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");

    public static ServiceException NoType => new("ValidationException", "A parameter type is required when you create a parameter.");

    public static ServiceException TooLong(int most) => new(
        "ValidationException",
        $"Standard tier parameters support a maximum parameter value of {most} characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier.");

    public static ServiceException BadName => new(
        "ValidationException",
        "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive). If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_");

    public static ServiceException TooDeep => new(
        "HierarchyLevelLimitExceededException", "The specified name has more than the maximum of 15 hierarchy levels.");

    public static ServiceException PatternMismatch(string pattern) => new(
        "ParameterPatternMismatchException", $"Parameter value, cannot be validated against allowedPattern: {pattern}");

    public static ServiceException NoVersion(string name, long version) => new(
        "ParameterVersionNotFound", $"Systems Manager could not find version {version} of {name}. Verify the version and try again.");

    public static ServiceException InvalidToken => new("InvalidNextToken", "The specified token isn't valid.");
}
