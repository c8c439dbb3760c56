using System.Collections;
using JobMgmt.Runtime.Hosting;

namespace JobMgmt.Runtime.Automation.Scripts;

/// <summary>The environment of a script: AWS clients in it find the runtime and its key pair, and nothing of the user's own AWS settings.</summary>
internal sealed class ScriptEnvironment(RuntimeIdentity identity, DataFolder folder)
{
    private static readonly string[] _notInherited = ["AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "AWS_CA_BUNDLE"];

    public Dictionary<string, string?> Variables()
    {
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (DictionaryEntry inherited in Environment.GetEnvironmentVariables())
        {
            var name = (string)inherited.Key;
            if (name.StartsWith("AWS_ENDPOINT_URL_", StringComparison.Ordinal) || _notInherited.Contains(name, StringComparer.Ordinal))
            {
                variables[name] = null;
            }
        }

        variables["AWS_ENDPOINT_URL"] = identity.Endpoint;
        variables["AWS_ACCESS_KEY_ID"] = identity.Key.Id;
        variables["AWS_SECRET_ACCESS_KEY"] = identity.Key.Secret;
        variables["AWS_REGION"] = identity.Region;
        variables["AWS_DEFAULT_REGION"] = identity.Region;
        variables["AWS_DISABLE_HOST_PREFIX_INJECTION"] = "true";
        variables["AWS_SHARED_CREDENTIALS_FILE"] = folder.In("credentials");
        variables["AWS_CONFIG_FILE"] = folder.In("config");
        variables["AWS_EC2_METADATA_DISABLED"] = "true";

        // boto3's own patience is some seconds. With these it tries for about a minute, as the stand-in does, so that a script outlives a restart of the runtime.
        variables["AWS_RETRY_MODE"] = "standard";
        variables["AWS_MAX_ATTEMPTS"] = "10";
        variables["NO_PROXY"] = variables["no_proxy"] = string.Join(',', new[] { Environment.GetEnvironmentVariable("NO_PROXY"), "127.0.0.1" }.Where(host => !string.IsNullOrEmpty(host)));
        return variables;
    }
}
