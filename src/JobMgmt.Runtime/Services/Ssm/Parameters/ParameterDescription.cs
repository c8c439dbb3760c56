using System.Text;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Parameters;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Parameters;

/// <summary>Parameters as the API shows them.</summary>
internal sealed class ParameterDescription(ParameterCipher cipher, RuntimeIdentity identity)
{
    public const string SecureString = "SecureString";

    /// <summary>With its value: a SecureString's is shown encrypted unless asked otherwise.</summary>
    public JsonObject Value(ParameterRecord parameter, bool isDecrypted, string? selector = null) => JsonObject.Of(
        ("Name", parameter.Name),
        ("Type", parameter.Type),
        ("Value", Text(parameter, isDecrypted)),
        ("Version", parameter.Version),
        ("Selector", selector),
        ("LastModifiedDate", parameter.Modified.EpochSeconds()),
        ("ARN", Arn(parameter.Name)),
        ("DataType", parameter.DataType));

    /// <summary>Without its value, as DescribeParameters has it.</summary>
    public JsonObject Metadata(ParameterRecord parameter) => JsonObject.Of(
        ("Name", parameter.Name),
        ("ARN", Arn(parameter.Name)),
        ("Type", parameter.Type),
        ("KeyId", Optional(parameter.KeyId)),
        ("LastModifiedDate", parameter.Modified.EpochSeconds()),
        ("LastModifiedUser", $"arn:aws:iam::{identity.Account}:root"),
        ("Description", Optional(parameter.Description)),
        ("AllowedPattern", Optional(parameter.AllowedPattern)),
        ("Version", parameter.Version),
        ("Tier", parameter.Tier),
        ("Policies", JsonArray.Empty),
        ("DataType", parameter.DataType));

    /// <summary>A version, as GetParameterHistory has it.</summary>
    public JsonObject Version(ParameterRecord parameter, bool isDecrypted) =>
        Metadata(parameter).Without("ARN").With("Value", Text(parameter, isDecrypted)).With("Labels", JsonArray.Empty);

    private string Arn(string name) => identity.Arn("ssm", "parameter/" + name.TrimStart('/'));

    private string Text(ParameterRecord parameter, bool isDecrypted) =>
        parameter.Type != SecureString ? Encoding.UTF8.GetString(parameter.Value)
        : isDecrypted ? cipher.Decrypt(parameter.Name, parameter.Value)
        : Convert.ToBase64String(parameter.Value);

    private static JsonValue? Optional(string? text) => text is null ? null : (JsonValue)text;
}
