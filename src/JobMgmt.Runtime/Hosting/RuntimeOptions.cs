using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace JobMgmt.Runtime.Hosting;

/// <summary>What a runtime is started with.</summary>
/// <param name="DataPath">The folder that holds everything; made where it is not there.</param>
/// <param name="Port">The loopback port; 0 takes any free one.</param>
/// <param name="Region">The Region that ARNs and answers show.</param>
internal sealed record RuntimeOptions(string DataPath, int Port, string Region)
{
    /// <summary>How the program is called.</summary>
    public const string Usage = "Usage: JobMgmt.Runtime --data-path DIR [--port N] [--region NAME]";

    /// <summary>The account that ARNs show. A local runtime has one.</summary>
    public const string AccountId = "000000000000";

    public static bool TryParse(IReadOnlyList<string> args, [NotNullWhen(true)] out RuntimeOptions? options, [NotNullWhen(false)] out string? fault)
    {
        string? dataPath = null;
        var port = 0;
        var region = "us-east-1";
        options = null;
        for (var i = 0; i < args.Count; i += 2)
        {
            if (args[i] is not ("--data-path" or "--port" or "--region"))
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
        options = dataPath is null ? null : new RuntimeOptions(dataPath, port, region);
        return options is not null;
    }
}
