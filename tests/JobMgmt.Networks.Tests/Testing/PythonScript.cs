using System.Diagnostics;
using System.IO;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Tests.Testing;

/// <summary>Runs one of the document's scripts in a real python3 with a scripted boto3.</summary>
internal static class PythonScript
{
    /// <summary>Returns {returned | raised, calls: [{operation, arguments}]}.</summary>
    internal static JsonObject Run(string script, JsonObject scenario)
    {
        var folder = Directory.CreateTempSubdirectory("jobmgmt-script-");
        try
        {
            var file = Path.Combine(folder.FullName, script);
            File.WriteAllText(file, EmbeddedScript.ReadPython(script) + "\n");
            var scenarioFile = Path.Combine(folder.FullName, "scenario.json");
            File.WriteAllText(scenarioFile, scenario.ToString());
            var fakes = Path.Combine(AppContext.BaseDirectory, "Cases", "python");
            var start = new ProcessStartInfo("python3", [Path.Combine(fakes, "drive.py"), file])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["PYTHONPATH"] = fakes, ["PYTHONDONTWRITEBYTECODE"] = "1", ["SCENARIO"] = scenarioFile },
            };
            using var python = Process.Start(start)!;
            var errors = python.StandardError.ReadToEndAsync();
            var text = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            return JsonValue.TryParse(text, out var value) ? (JsonObject)value : throw new InvalidOperationException(errors.GetAwaiter().GetResult());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    internal static IEnumerable<string> Operations(JsonObject run) => Calls(run).Select(call => ((JsonString)call["operation"]!).Value);

    internal static JsonObject Arguments(JsonObject run, string operation) =>
        (JsonObject)Calls(run).First(call => ((JsonString)call["operation"]!).Value == operation)["arguments"]!;

    private static IEnumerable<JsonObject> Calls(JsonObject run) => ((JsonArray)run["calls"]!).Cast<JsonObject>();
}
