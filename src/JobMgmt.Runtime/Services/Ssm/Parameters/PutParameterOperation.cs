using System.Text;
using System.Text.RegularExpressions;
using JobMgmt.Runtime.Parameters;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Parameters;

/// <summary>PutParameter: a new parameter, or with Overwrite a new version; 100 versions are kept. What an overwrite leaves out stays as it was.</summary>
internal sealed class PutParameterOperation(ParameterCipher cipher, TimeProvider time) : IServiceOperation
{
    private const int MostVersions = 100;
    private const int MostLevels = 15;
    private static readonly string[] _dataTypes = ["text", "aws:ec2:image", "aws:ssm:integration"];
    private static readonly TimeSpan _patternTimeout = TimeSpan.FromSeconds(1);

    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var value = request.Text("Value");
        new Constraints().Required(request, "Name").Required(request, "Value").Length(request.Text("Name"), "name", 1, 2048).Length(value, "value", 1, int.MaxValue)
            .Length(request.Text("Description"), "description", 0, 1024).Length(request.Text("AllowedPattern"), "allowedPattern", 0, 1024)
            .OneOf(request.Text("Type"), "type", "SecureString", "StringList", "String").OneOf(request.Text("Tier"), "tier", "Standard", "Advanced", "Intelligent-Tiering").Enforce();
        var name = request.Text("Name")!;
        var tags = TagList.Read(request, "Tags");
        if (tags.Count > 0 && request.Flag("Overwrite") == true)
        {
            throw ParameterErrors.TagsWithOverwrite;
        }

        CheckName(name);
        if (request.Text("DataType") is { } dataType && !_dataTypes.Contains(dataType))
        {
            throw ParameterErrors.BadDataType(dataType);
        }

        if (Regex.IsMatch(value!, @"\{\{.*\}\}"))
        {
            throw ParameterErrors.Nested;
        }

        return call.WriteAsync(store =>
        {
            var earlier = ParameterStore.Find(store, name);
            if (earlier is not null && request.Flag("Overwrite") != true)
            {
                throw ParameterErrors.AlreadyExists;
            }

            var type = request.Text("Type") ?? earlier?.Type ?? throw ParameterErrors.NoType;
            var tier = request.Text("Tier") is "Advanced" or "Intelligent-Tiering" || earlier?.Tier == "Advanced" ? "Advanced" : "Standard";
            var pattern = request.Text("AllowedPattern") ?? earlier?.AllowedPattern;
            CheckValue(value!, tier, pattern);
            var isSecure = type == ParameterDescription.SecureString;
            var parameter = new ParameterRecord(
                name,
                (earlier?.Version ?? 0) + 1,
                type,
                isSecure ? cipher.Encrypt(name, value!) : Encoding.UTF8.GetBytes(value!),
                request.Text("Description") ?? earlier?.Description,
                pattern,
                request.Text("DataType") ?? "text",
                tier,
                isSecure ? request.Text("KeyId") ?? "alias/aws/ssm" : null,
                time.GetUtcNow());
            ParameterStore.Add(store, parameter, MostVersions);
            if (tags.Count > 0)
            {
                ParameterStore.SetTags(store, name, tags);
            }

            return JsonObject.Of(("Version", parameter.Version), ("Tier", tier));
        });
    }

    private static void CheckName(string name)
    {
        var isPath = name.LastIndexOf('/') > 0;
        if (isPath && name.StartsWith("/aws", StringComparison.OrdinalIgnoreCase))
        {
            throw ParameterErrors.Reserved(name);
        }

        if (Regex.IsMatch(name, "^/?(aws|ssm)", RegexOptions.IgnoreCase))
        {
            throw isPath ? ParameterErrors.BadPath : ParameterErrors.BadPrefix;
        }

        if (!Regex.IsMatch(name, @"^/?[a-zA-Z0-9_.-]+(/[a-zA-Z0-9_.-]+)*\z") || (name.Contains('/', StringComparison.Ordinal) && name[0] != '/'))
        {
            throw ParameterErrors.BadName;
        }

        if (name.Count(character => character == '/') > MostLevels)
        {
            throw ParameterErrors.TooDeep;
        }
    }

    private static void CheckValue(string value, string tier, string? pattern)
    {
        var isAdvanced = tier == "Advanced";
        if (Encoding.UTF8.GetByteCount(value) > (isAdvanced ? 8192 : 4096))
        {
            throw isAdvanced ? ParameterErrors.TooLongForAdvanced : ParameterErrors.TooLong;
        }

        try
        {
            if (pattern is { Length: > 0 } && !Regex.IsMatch(value, pattern, RegexOptions.None, _patternTimeout))
            {
                throw ParameterErrors.PatternMismatch(pattern);
            }
        }
        catch (Exception error) when (error is ArgumentException or RegexMatchTimeoutException)
        {
            throw new ServiceException("InvalidAllowedPatternException", $"The request does not meet the regular expression requirement: {error.Message}");
        }
    }
}
