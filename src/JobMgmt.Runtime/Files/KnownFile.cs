namespace JobMgmt.Runtime.Files;

/// <summary>A file that has been told, or was there when its folder began to be watched.</summary>
/// <param name="Identity">As it was then, in <see cref="FileIdentity.Text"/>'s form.</param>
/// <param name="IsMatched">Whether a rule matched its event.</param>
internal sealed record KnownFile(string Identity, bool IsMatched);
