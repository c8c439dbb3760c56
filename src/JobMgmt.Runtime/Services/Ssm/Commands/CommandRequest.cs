using System.Globalization;
using JobMgmt.Runtime.Commands;
using JobMgmt.Runtime.Processes;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ssm.Commands;

/// <summary>The checks of SendCommand that need no store: the model's constraints, then the document's parameters.</summary>
internal static class CommandRequest
{
    private const string DocumentName = @"[a-zA-Z0-9_\-.:/]{3,128}";
    private const string Concurrency = "([1-9][0-9]*|[1-9][0-9]%|[1-9]%|100%)";
    private const string Errors = "([1-9][0-9]*|[0]|[1-9][0-9]%|[0-9]%|100%)";
    private const string ExecutionTimeout = "([1-9][0-9]{0,4})|(1[0-6][0-9]{4})|(17[0-1][0-9]{3})|(172[0-7][0-9]{2})|(172800)";
    private static readonly string[] _parameters = ["commands", "workingDirectory", "executionTimeout"];

    /// <summary>The document that is to run.</summary>
    /// <exception cref="ServiceException">ValidationException, InvalidDocument, InvalidDocumentVersion, InvalidParameters, UnsupportedPlatformType.</exception>
    public static ScriptDocument Check(JsonObject request)
    {
        new Constraints()
            .Required(request, "DocumentName").Pattern(request.Text("DocumentName"), "documentName", DocumentName)
            .Check(request.Texts("InstanceIds").Count <= 50, "[..]", "instanceIds", "Member must have length less than or equal to 50")
            .Check(request.Objects("Targets").Count <= 5, "[..]", "targets", "Member must have length less than or equal to 5")
            .Range(request.Number("TimeoutSeconds"), "timeoutSeconds", 30, 2592000)
            .Length(request.Text("Comment"), "comment", 0, 100)
            .Length(Filled(request, "OutputS3BucketName"), "outputS3BucketName", 3, 63)
            .Length(request.Text("OutputS3KeyPrefix"), "outputS3KeyPrefix", 0, 500)
            .Pattern(request.Text("MaxConcurrency"), "maxConcurrency", Concurrency)
            .Pattern(request.Text("MaxErrors"), "maxErrors", Errors)
            .Enforce();
        var name = request.Text("DocumentName")!;
        var document = ScriptDocument.Find(name[(name.LastIndexOf('/') + 1)..]) // an ARN ends with the name
            ?? throw new ServiceException("InvalidDocument", $"Document with name {name} does not exist, or the local runtime can't run it: it runs AWS-RunShellScript and AWS-RunPowerShellScript.");
        if (request.Text("DocumentVersion") is not (null or "" or "1" or "$DEFAULT" or "$LATEST"))
        {
            throw new ServiceException("InvalidDocumentVersion", $"Document version {request.Text("DocumentVersion")} does not exist for {document.Name}.");
        }

        CheckParameters(request.Object("Parameters") ?? JsonObject.Empty);
        return ExecutablePath.Find(document.Program) is not null || OperatingSystem.IsWindows() ? document
            : throw new ServiceException("UnsupportedPlatformType", $"{document.Name} needs '{document.Program}' on this machine's PATH.");
    }

    /// <summary>MaxConcurrency or MaxErrors as a number of nodes.</summary>
    public static long Count(string? value, long otherwise, int targets, bool roundUp)
    {
        if (value is null or "")
        {
            return otherwise;
        }

        if (!value.EndsWith('%'))
        {
            return long.Parse(value, CultureInfo.InvariantCulture);
        }

        var share = int.Parse(value[..^1], CultureInfo.InvariantCulture) * targets / 100m;
        return roundUp ? Math.Max(1, (long)Math.Ceiling(share)) : (long)Math.Floor(share);
    }

    private static void CheckParameters(JsonObject parameters)
    {
        foreach (var (name, values) in parameters)
        {
            if (!_parameters.Contains(name, StringComparer.Ordinal))
            {
                throw CommandErrors.Parameters($"The document has no parameter '{name}'.");
            }

            if (values is not JsonArray list || list.Any(value => value is not JsonString))
            {
                throw new ServiceException("SerializationException", "Every parameter is a list of strings.");
            }

            if (name != "commands" && list.Count != 1)
            {
                throw CommandErrors.Parameters($"The parameter '{name}' is a String: it takes exactly one value.");
            }
        }

        if (parameters["commands"] is not JsonArray { Count: > 0 })
        {
            throw CommandErrors.Parameters("The parameter 'commands' is required.");
        }

        if (parameters["executionTimeout"] is JsonArray timeout
            && !System.Text.RegularExpressions.Regex.IsMatch(((JsonString)timeout[0]).Value, $"^({ExecutionTimeout})$"))
        {
            throw CommandErrors.Parameters($"The parameter 'executionTimeout' must match {ExecutionTimeout}.");
        }
    }

    private static string? Filled(JsonObject request, string name) => request.Text(name) is { Length: > 0 } value ? value : null;
}
