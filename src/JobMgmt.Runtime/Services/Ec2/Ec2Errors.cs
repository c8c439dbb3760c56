namespace JobMgmt.Runtime.Services.Ec2;

/// <summary>EC2's refusals.</summary>
internal static class Ec2Errors
{
    public static ServiceException NoInstance(IReadOnlyCollection<string> ids) => new(
        "InvalidInstanceID.NotFound",
        ids.Count == 1 ? $"The instance ID '{ids.First()}' does not exist" : $"The instance IDs '{string.Join(", ", ids)}' do not exist");

    public static ServiceException NoResource(string id) => new("InvalidID", $"The ID '{id}' is not valid");

    public static ServiceException WrongState(string id, string what) =>
        new("IncorrectInstanceState", $"The instance '{id}' is not in a state from which it can be {what}.");

    public static ServiceException Missing(string parameter) => new("MissingParameter", $"The request must contain the parameter {parameter}");

    public static ServiceException BadValue(string value, string parameter) => new("InvalidParameterValue", $"Value ({value}) for parameter {parameter} is invalid.");
}
