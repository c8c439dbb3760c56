using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using JobMgmt.Runtime.Events;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Notifications;

/// <summary>
/// Makes the HTTP requests of API destinations. An answer of 2xx within 5 seconds is taken; 401, 407, 409, 429, 5xx, no answer and no connection are tried again; any
/// other answer is final. Where the connection has an API key the body is signed with it besides, which EventBridge does not do.
/// </summary>
internal sealed class ApiDestinationSender(Database database, ConnectionSecrets secrets, TimeProvider time) : INotificationSender, IDisposable
{
    /// <summary>The header with the signature: <c>t=SECONDS,v1=HEX</c>, where HEX is the HMAC-SHA256 of <c>SECONDS.BODY</c> under the API key.</summary>
    public const string SignatureHeader = "X-JobMgmt-Signature";

    private const long MostAttempts = 186; // the first one, and 185 more
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _longestTry = TimeSpan.FromHours(24);
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8, // a header may be a part of the event
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>What a rule's target is owed for an event.</summary>
    public static Notification Of(string rule, EventTarget target, JsonObject envelope, string payload, DateTimeOffset now)
    {
        var http = target.Definition.Object("HttpParameters") ?? JsonObject.Empty;
        var policy = target.Definition.Object("RetryPolicy") ?? JsonObject.Empty;
        var message = JsonObject.Of(
            ("body", payload),
            ("path", new JsonArray(http.Texts("PathParameterValues").Select(value => (JsonValue)Resolved(value, envelope)))),
            ("header", Resolved(http.TextMap("HeaderParameters"), envelope)),
            ("query", Resolved(http.TextMap("QueryStringParameters"), envelope)));
        var giveUp = now + (policy.Number("MaximumEventAgeInSeconds") is { } age ? TimeSpan.FromSeconds(age) : _longestTry);
        return new Notification(0, target.Arn, $"Rule {rule}", DeliveryReport.Keep(message, DeliveryReport.Of(envelope, rule, target.Arn)), now, 0, policy.Number("MaximumRetryAttempts") + 1 ?? MostAttempts, giveUp);
    }

    public bool Sends(Notification notification) => EventTarget.IsApiDestinationArn(notification.Destination);

    public async Task<SendResult> SendAsync(Notification notification, CancellationToken cancellationToken)
    {
        var (destination, connection) = database.Read(store =>
        {
            var found = ApiDestinationStore.FindByArn(store, notification.Destination);
            return (found, found is null ? null : ApiDestinationStore.FindConnectionByArn(store, found.ConnectionArn));
        });
        if (destination is null || connection is null)
        {
            return SendResult.Refused(destination is null ? "the API destination is gone" : "the API destination's connection is gone");
        }

        using var request = Request(destination, secrets.Decrypt(connection), notification.Message);
        using var patience = new CancellationTokenSource(_patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            return Result(answer);
        }
        catch (HttpRequestException error)
        {
            return SendResult.Failed(error.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return SendResult.Failed("no answer within 5 seconds");
        }
    }

    public void Dispose() => _http.Dispose();

    private static SendResult Result(HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        var fault = string.Create(CultureInfo.InvariantCulture, $"the endpoint answered {status}");
        return answer.IsSuccessStatusCode ? SendResult.Taken
            : status is 401 or 407 or 409 or 429 or >= 500 ? SendResult.Failed(fault, answer.Headers.RetryAfter?.Delta)
            : SendResult.Refused(fault);
    }

    private HttpRequestMessage Request(ApiDestination destination, JsonObject authorization, JsonObject message)
    {
        var always = authorization.Object("InvocationHttpParameters") ?? JsonObject.Empty;
        var body = WithMembers(message.Text("body")!, Parameters(always, "BodyParameters"));
        var query = message.TextMap("query").Select(pair => (pair.Key, Value: ((JsonString)pair.Value).Value)).Concat(Parameters(always, "QueryStringParameters"));
        var request = new HttpRequestMessage(new HttpMethod(destination.Method), Address(destination.Endpoint, message.Texts("path"), query))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        Set(request, "User-Agent", "Amazon/EventBridge/ApiDestinations");
        foreach (var (name, value) in message.TextMap("header").Select(pair => (pair.Key, ((JsonString)pair.Value).Value)).Concat(Parameters(always, "HeaderParameters")))
        {
            Set(request, name, value);
        }

        if (authorization.Object("BasicAuthParameters") is { } basic)
        {
            Set(request, "Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{basic.Text("Username")}:{basic.Text("Password")}")));
        }
        else if (authorization.Object("ApiKeyAuthParameters") is { } key)
        {
            Set(request, key.Text("ApiKeyName")!, key.Text("ApiKeyValue")!);
            Set(request, SignatureHeader, Signature(key.Text("ApiKeyValue")!, body));
        }

        return request;
    }

    private string Signature(string key, string body)
    {
        var seconds = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{seconds}.{body}")))}";
    }

    // One value for each * of the endpoint, in order.
    private static Uri Address(string endpoint, IReadOnlyList<string> path, IEnumerable<(string Name, string Value)> query)
    {
        var parts = endpoint.Split('*');
        var text = new StringBuilder(parts[0]);
        for (var i = 1; i < parts.Length; i++)
        {
            text.Append(i <= path.Count ? Uri.EscapeDataString(path[i - 1]) : "*").Append(parts[i]);
        }

        var mark = endpoint.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in query)
        {
            text.Append(mark).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            mark = '&';
        }

        return new Uri(text.ToString());
    }

    private static string WithMembers(string body, IEnumerable<(string Name, string Value)> members) =>
        members.ToArray() is { Length: > 0 } added && JsonValue.TryParse(body, out var value) && value is JsonObject made
            ? added.Aggregate(made, (all, member) => all.With(member.Name, member.Value)).ToString()
            : body;

    private static IEnumerable<(string Name, string Value)> Parameters(JsonObject always, string list) =>
        always.Objects(list).Select(one => (one.Text("Key") ?? "", one.Text("Value") ?? "")).Where(one => one.Item1.Length > 0);

    private static void Set(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        if (!request.Headers.TryAddWithoutValidation(name, value))
        {
            request.Content!.Headers.Remove(name);
            request.Content.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static JsonObject Resolved(JsonObject values, JsonObject envelope) =>
        new(values.Select(pair => KeyValuePair.Create(pair.Key, (JsonValue)Resolved(((JsonString)pair.Value).Value, envelope))));

    // A value may be a path into the event.
    private static string Resolved(string value, JsonObject envelope) =>
        !value.StartsWith("$.", StringComparison.Ordinal) ? value
        : InputTransformer.Select(value, envelope) is var found && found is JsonString text ? text.Value
        : found is JsonNull ? "" : found.ToString();
}
