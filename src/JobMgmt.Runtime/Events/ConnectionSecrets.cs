using JobMgmt.Runtime.Parameters;
using JobMgmt.Runtime.Services;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events;

/// <summary>Takes a connection's AuthParameters apart: what may be shown, and what only requests carry. The latter is encrypted in the store.</summary>
internal sealed class ConnectionSecrets(ParameterCipher cipher)
{
    private static readonly string[] _httpLists = ["HeaderParameters", "QueryStringParameters", "BodyParameters"];

    /// <summary>The AuthParameters without secrets, as DescribeConnection shows them.</summary>
    public static JsonObject Shown(JsonObject parameters) => new(parameters.Select(member => member switch
    {
        ("BasicAuthParameters", JsonObject basic) => Pair(member.Key, basic.Without("Password")),
        ("ApiKeyAuthParameters", JsonObject key) => Pair(member.Key, key.Without("ApiKeyValue")),
        ("InvocationHttpParameters", JsonObject http) => Pair(member.Key, new JsonObject(_httpLists.Where(http.Contains).Select(list =>
            Pair(list, new JsonArray(http.Objects(list).Select(one => (JsonValue)(one.Flag("IsValueSecret") == true ? one.Without("Value") : one))))))),
        _ => member,
    }));

    public byte[] Encrypt(string arn, JsonObject parameters) => cipher.Encrypt(arn, parameters.ToString());

    /// <summary>The AuthParameters whole, for a request.</summary>
    public JsonObject Decrypt(EventConnection connection) => (JsonObject)JsonValue.Parse(cipher.Decrypt(connection.Arn, connection.Secrets));

    private static KeyValuePair<string, JsonValue> Pair(string name, JsonValue value) => KeyValuePair.Create(name, value);
}
