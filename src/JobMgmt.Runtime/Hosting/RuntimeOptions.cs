using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace JobMgmt.Runtime.Hosting;

/// <summary>What a runtime is started with.</summary>
/// <param name="DataPath">The folder that holds everything; made where it is not there.</param>
/// <param name="Port">The loopback port; 0 takes the folder's last one, or any other where that is not free.</param>
/// <param name="Region">The Region that ARNs and answers show.</param>
/// <param name="MockConfigFile">The mock file, a full path; null for none.</param>
internal sealed record RuntimeOptions(string DataPath, int Port, string Region, string? MockConfigFile = null)
{
    /// <summary>How the program is called.</summary>
    public const string Usage = "Usage: JobMgmt.Runtime --data-path DIR [--port N] [--region NAME] [--mock-config FILE]";

    /// <summary>The environment variable that names the mock file where <c>--mock-config</c> does not: Step Functions Local's.</summary>
    public const string MockConfigVariable = "SFN_MOCK_CONFIG";

    /// <summary>The account that ARNs show. A local runtime has one.</summary>
    public const string AccountId = "000000000000";

    public static bool TryParse(IReadOnlyList<string> args, [NotNullWhen(true)] out RuntimeOptions? options, [NotNullWhen(false)] out string? fault)
    {
        string? dataPath = null;
        var port = 0;
        var region = "us-east-1";
        var mockConfigFile = Environment.GetEnvironmentVariable(MockConfigVariable);
        options = null;
        for (var i = 0; i < args.Count; i += 2)
        {
            if (args[i] is not ("--data-path" or "--port" or "--region" or "--mock-config"))
            {
                fault = $"Unknown option '{args[i]}'. {Usage}";
                return false;
            }

            if (i + 1 == args.Count)
            {
                fault = $"{args[i]} needs a value. {Usage}";
                return false;
            }

            var value = args[i + 1];
            switch (args[i])
            {
                case "--data-path":
                    dataPath = Path.GetFullPath(value);
                    break;
                case "--mock-config":
                    mockConfigFile = value;
                    break;
                case "--region" when value.Length > 0 && value.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'):
                    region = value;
                    break;
                case "--region":
                    fault = $"--region takes a name like us-east-1, not '{value}'. {Usage}";
                    return false;
                default:
                    if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535)
                    {
                        break;
                    }

                    fault = $"--port takes a number from 0 to 65535, not '{value}'. {Usage}";
                    return false;
            }
        }

        fault = dataPath is null ? $"--data-path is missing. {Usage}" : null;
        options = dataPath is null ? null : new RuntimeOptions(dataPath, port, region, string.IsNullOrEmpty(mockConfigFile) ? null : Path.GetFullPath(mockConfigFile));
        return options is not null;
    }
}
