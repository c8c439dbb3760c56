namespace JobMgmt.Aws.Tests.Fakes;

/// <summary>What a client put on the wire, as bytes would show it.</summary>
public sealed record RecordedRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Header(string name) => Headers.TryGetValue(name, out var value) ? value : string.Empty;
}
