using System.Globalization;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Checks.Rules;

/// <summary>What a job gives RunJob is such that RunJob and SSM take it: the same limits that New-JobDefinition has, for what was written by hand.</summary>
internal sealed class JobInputRule : INetworkRule
{
    public void Check(CheckedScope machine, FindingList findings)
    {
        foreach (var state in machine.All().Where(state => state.IsJob && state.Input is not null))
        {
            CheckToken(state, findings);
            CheckCommands(state, findings);
            CheckExecutionTimeout(state, findings);
            foreach (var fault in Read(state) is { } job ? JobValidator.Validate(job) : Array.Empty<NetworkFault>())
            {
                CheckFault(state, fault, findings);
            }
        }
    }

    /// <summary>The job that a state runs; null where its commands are only known at run time.</summary>
    internal static JobDefinition? Read(CheckedState state) =>
        NetworkReader.ReadJobs(JsonObject.Of(("States", JsonObject.Of((state.Name, state.Body))))) is [var job] ? job : null;

    private static void CheckToken(CheckedState state, FindingList findings)
    {
        if (!state.HasInput("TaskToken"))
        {
            findings.Error(
                NetworkCodes.TaskTokenMissing,
                $"{state.Location}/{state.ArgumentsField}/Input",
                $"RunJob gets no TaskToken, so job '{state.Name}' never gets an answer and ends in a timeout. Give "
                + (state.IsJsonata ? "\"TaskToken\": \"{% $states.context.Task.Token %}\"." : "\"TaskToken.$\": \"$$.Task.Token\"."));
        }

        if (!state.HasInput("Tags"))
        {
            findings.Error(
                NetworkCodes.JobInvalid, $"{state.Location}/{state.ArgumentsField}/Input", $"Job '{state.Name}' names no worker tags; RunJob refuses it. Give Tags, such as {{\"role\":\"job_worker\"}}.");
        }
    }

    private static void CheckCommands(CheckedState state, FindingList findings)
    {
        if (!state.HasInput("Commands"))
        {
            findings.Error(NetworkCodes.JobInvalid, $"{state.Location}/{state.ArgumentsField}/Input", $"Job '{state.Name}' has no Commands; RunJob refuses it. Give a list of shell lines.");
        }
        else if (state.Constant("Commands") is { } value && (value is not JsonArray lines || lines.Count == 0 || lines.Any(line => line is not JsonString)))
        {
            findings.Error(NetworkCodes.JobInvalid, state.AtInput("Commands"), $"The Commands of job '{state.Name}' must be a list of shell lines (strings), at least one; RunJob refuses others.");
        }
        else if (state.Constant("Commands") is JsonArray { Count: > CommandLines.MaxTexts } many)
        {
            findings.Error(
                NetworkCodes.JobInvalid,
                state.AtInput("Commands"),
                $"Job '{state.Name}' has {many.Count} commands; with RunJob's own, an Automation parameter holds {CommandLines.MaxTexts}. Join lines with \\n, or put the script on the workers.");
        }
        else if (IsTooLong(state))
        {
            findings.Error(
                NetworkCodes.JobInvalid,
                state.AtInput("Commands"),
                $"The commands of job '{state.Name}' take more than the {JobCommands.MaxBytes} bytes that Automation carries. Make the job with New-JobDefinition, which packs them, or put the script on the workers.");
        }
    }

    // New-JobDefinition packs such commands; what was written by hand goes to SSM as it is.
    private static bool IsTooLong(CheckedState state) => !state.HasInput("Packing") && state.Constant("Commands") is JsonArray lines
        && JobCommands.Size(lines.OfType<JsonString>().Select(line => line.Value).ToArray()) > JobCommands.MaxBytes;

    private static void CheckExecutionTimeout(CheckedState state, FindingList findings)
    {
        if (state.Constant("ExecutionTimeout") is not { } value)
        {
            return;
        }

        var text = value is JsonString given ? given.Value : (value as JsonNumber)?.Text ?? value.ToString();
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds is < JobDefinition.MinExecutionTimeout or > JobDefinition.MaxExecutionTimeout)
        {
            findings.Error(
                NetworkCodes.ExecutionTimeoutOutOfRange,
                state.AtInput("ExecutionTimeout"),
                $"The ExecutionTimeout '{text}' of job '{state.Name}' is not 5 to 172800 s, which is what SSM honours: RunJob refuses it, and the agent would silently take 3600 s.");
        }
    }

    // Retries have a rule of their own, and a timeout that is no number can't be told from the default here.
    private static void CheckFault(CheckedState state, NetworkFault fault, FindingList findings)
    {
        var member = fault.Place.Split('.').Skip(1).FirstOrDefault() ?? "";
        var message = $"{fault.Thing}: {fault.Message} {fault.Fix}";
        switch (member)
        {
            case "Name":
                findings.Error(NetworkCodes.JobInvalid, state.Location, message);
                break;
            case "WorkingDirectory":
                findings.Warning(NetworkCodes.WorkingDirectoryIgnored, state.AtInput("WorkingDirectory"), message);
                break;
            case "Command" when state.Constant("Commands") is JsonArray { Count: > 0 } lines && lines.All(line => line is JsonString) && !IsTooLong(state):
                findings.Error(NetworkCodes.JobInvalid, state.AtInput("Commands"), message);
                break;
            case "Environment" when state.Constant("Environment") is JsonObject variables && variables.Any(one => one.Value is JsonString text && CheckedState.IsExpression(text.Value)):
                break; // written by hand: it sees what its machine has
            case "Environment" or "Output":
                findings.Error(NetworkCodes.JobInvalid, state.AtInput(member), message);
                break;
            case "Secret" or "SuccessExitCode" or "ErrorName":
                findings.Error(NetworkCodes.JobInvalid, state.AtInput(member + "s"), message);
                break;
            case "Tag":
                findings.Error(NetworkCodes.JobInvalid, state.AtInput("Tags"), message);
                break;
        }
    }
}
