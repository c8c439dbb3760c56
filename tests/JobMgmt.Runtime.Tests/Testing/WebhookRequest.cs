using System.Collections.Specialized;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>A request that a <see cref="WebhookListener"/> was sent, and what it answered.</summary>
internal sealed record WebhookRequest(string Method, string Url, NameValueCollection Headers, string Body, int Status);
