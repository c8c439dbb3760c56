namespace JobMgmt.Runtime.Hosting;

/// <summary>The key pair that every request is signed with.</summary>
internal sealed record AccessKey(string Id, string Secret);
