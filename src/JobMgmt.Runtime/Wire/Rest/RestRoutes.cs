namespace JobMgmt.Runtime.Wire.Rest;

/// <summary>The paths of the services that speak REST with JSON, by signing name. A table.</summary>
internal static class RestRoutes
{
    private static readonly Dictionary<string, RestRoute[]> _services = new(StringComparer.Ordinal)
    {
        ["scheduler"] =
        [
            new("GET", "/schedules", "ListSchedules", ("ScheduleGroup", new("GroupName")), ("MaxResults", Number("MaxResults")), ("NamePrefix", new("NamePrefix")), ("NextToken", new("NextToken")), ("State", new("State"))),
            new("POST", "/schedules/{Name}", "CreateSchedule"),
            new("GET", "/schedules/{Name}", "GetSchedule", ("groupName", new("GroupName"))),
            new("PUT", "/schedules/{Name}", "UpdateSchedule"),
            new("DELETE", "/schedules/{Name}", "DeleteSchedule", ("groupName", new("GroupName")), ("clientToken", new("ClientToken"))),
            new("GET", "/schedule-groups", "ListScheduleGroups", ("MaxResults", Number("MaxResults")), ("NamePrefix", new("NamePrefix")), ("NextToken", new("NextToken"))),
            new("POST", "/schedule-groups/{Name}", "CreateScheduleGroup"),
            new("GET", "/schedule-groups/{Name}", "GetScheduleGroup"),
            new("DELETE", "/schedule-groups/{Name}", "DeleteScheduleGroup", ("clientToken", new("ClientToken"))),
            new("GET", "/tags/{ResourceArn}", "ListTagsForResource"),
            new("POST", "/tags/{ResourceArn}", "TagResource"),
            new("DELETE", "/tags/{ResourceArn}", "UntagResource", ("TagKeys", new("TagKeys", RestParameterType.Texts))),
        ],
    };

    /// <summary>Whether the service speaks REST with JSON.</summary>
    public static bool Has(string service) => _services.ContainsKey(service);

    /// <summary>Whether some service has an operation there.</summary>
    public static bool Serves(string method, string rawPath) => _services.Keys.Any(service => Find(service, method, rawPath) is not null);

    /// <summary>The operation that a request is, with the members in its path; null where it is none.</summary>
    public static (RestRoute Route, Dictionary<string, string> Members)? Find(string service, string method, string rawPath)
    {
        foreach (var route in _services.GetValueOrDefault(service, []))
        {
            if (route.Method == method && route.Match(rawPath) is { } members)
            {
                return (route, members);
            }
        }

        return null;
    }

    private static RestParameter Number(string member) => new(member, RestParameterType.Number);
}
