namespace JobMgmt.Runtime.Wire.Rest;

/// <summary>A member that is sent in the query.</summary>
/// <param name="Member">The member's name in the service model.</param>
/// <param name="Type">Its type there.</param>
internal sealed record RestParameter(string Member, RestParameterType Type = RestParameterType.Text);
