namespace JobMgmt.Aws.Protocols;

/// <summary>Where a REST service has an operation.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path; <c>{Name}</c> stands for the member of that name.</param>
/// <param name="Query">Members that go into the query, with their names there.</param>
internal sealed record RestOperation(string Method, string Path, params (string Member, string Name)[] Query)
{
    /// <summary>Whether a member goes into the body.</summary>
    public bool IsInBody(string member) => !Path.Contains("{" + member + "}") && !Query.Any(parameter => parameter.Member == member);
}
