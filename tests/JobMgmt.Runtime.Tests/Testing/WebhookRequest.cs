using System.Collections.Specialized;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>A request that a <see cref="WebhookListener"/> was sent.</summary>
internal sealed record WebhookRequest(string Method, string Url, NameValueCollection Headers, string Body);
