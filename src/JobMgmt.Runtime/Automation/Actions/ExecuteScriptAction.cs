using System.Text;
using JobMgmt.Runtime.Automation.Documents;
using JobMgmt.Runtime.Automation.Executions;
using JobMgmt.Runtime.Automation.Scripts;
using JobMgmt.Runtime.Hosting;
using JobMgmt.Runtime.Processes;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Actions;

/// <summary>
/// aws:executeScript: the script runs in a process of its own under a supervisor, so it goes on while the runtime restarts. At most 600 s; what the handler returns has at
/// most 100 KB as JSON (https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-executeScript.html).
/// </summary>
internal sealed class ExecuteScriptAction(
    IProcessSupervisor supervisor, PythonInterpreter python, ScriptFiles files, ScriptEnvironment environment, ScriptFolders folders, RuntimeIdentity identity, TimeProvider time) : IStepAction
{
    private const int LargestPayload = 100 * 1024;
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(600);

    public string Name => "aws:executeScript";

    public string Phase => "Poll action status for completion";

    public TimeSpan? DefaultTimeout => _longest;

    public IEnumerable<string> Check(AutomationStep step)
    {
        step.Require("Runtime", "Script");
        if (step.Inputs.Contains("Attachment"))
        {
            throw step.Fault("Attachment is not served by the local runtime: put the code into Script.");
        }

        var name = ParameterTypes.Text(step.Inputs["Runtime"]!);
        var runtime = ScriptRuntime.Find(name) ?? throw step.Fault($"Runtime \"{name}\" is none that AWS knows: name python3.11, for example, or PowerShell 7.4.");
        if (runtime.IsPython)
        {
            step.Require("Handler");
        }

        return runtime.Warning is { } warning ? [warning] : [];
    }

    public async Task<StepResult> RunAsync(StepContext context, CancellationToken cancellationToken)
    {
        var runtime = ScriptRuntime.Find(context.Text("Runtime")!)!;
        var folder = Folder(context);
        try
        {
            var spec = await PrepareAsync(context, runtime, folder, cancellationToken);
            var process = await supervisor.StartOrAttachAsync(spec, cancellationToken);
            var exit = await process.Completion.WaitAsync(cancellationToken);
            var log = JsonObject.Of(("ExecutionLog", (runtime.Warning is { } warning ? $"WARNING: {warning}\n" : "") + ScriptFolder.ReadLog(process.StdoutPath, process.StderrPath)));
            return exit.Outcome switch
            {
                ProcessOutcome.TimedOut => StepResult.TimedOut(Phase) with { Outputs = log },
                ProcessOutcome.Cancelled => StepResult.Cancelled() with { Outputs = log },
                ProcessOutcome.Lost => Failed("The script's process was lost: its supervisor was killed, or the machine went down", log),
                _ => Result(context, folder.ReadResult(), exit.ExitCode, log),
            };
        }
        catch (ProcessStartException error)
        {
            return Failed(error.Message, JsonObject.Empty);
        }
    }

    public async Task<JsonObject> AbandonAsync(StepContext context)
    {
        var folder = Folder(context);
        if (folder.Exists)
        {
            new SupervisionFolder(folder.Path).AskToCancel(); // a process that has not begun yet never will
            var process = await supervisor.StartOrAttachAsync(new ProcessSpec { Folder = folder.Path, FileName = "true" });
            await process.KillAsync();
        }

        return JsonObject.Empty;
    }

    public Task ForgetAsync(StepContext context)
    {
        Folder(context).Delete();
        return Task.CompletedTask;
    }

    private static StepResult Failed(string what, JsonObject outputs) => StepResult.Failed("Poll action status for completion", what, outputs: outputs);

    private static StepResult Result(StepContext context, JsonObject? result, int exitCode, JsonObject log)
    {
        if (result?["payload"] is { } payload)
        {
            var size = Encoding.UTF8.GetByteCount(payload.ToString());
            return size > LargestPayload
                ? Failed(FormattableString.Invariant($"The payload that the handler returned has {size} bytes; at most {LargestPayload} are allowed"), log)
                : OutputSelection.Select(
                    context.Definition.Outputs, JsonObject.Of(("Payload", payload)), log.With("Payload", payload).With("OutputPayload", JsonObject.Of(("Payload", payload))));
        }

        var error = (result?["error"] as JsonString)?.Value;
        return Failed(error ?? FormattableString.Invariant($"The script's process ended with exit code {exitCode} before its handler returned"), log);
    }

    private ScriptFolder Folder(StepContext context) => folders.Of(context.Automation.Id, context.Step.Id, context.Step.Attempt);

    private async Task<ProcessSpec> PrepareAsync(StepContext context, ScriptRuntime runtime, ScriptFolder folder, CancellationToken cancellationToken)
    {
        var payload = context.Inputs["InputPayload"] ?? JsonObject.Empty;
        var request = JsonObject.Of(("handler", context.Text("Handler")), ("events", payload), ("context", JsonObject.Of(
            ("automation:EXECUTION_ID", context.Automation.Id), ("global:REGION", identity.Region), ("global:ACCOUNT_ID", identity.Account))));
        var variables = environment.Variables();
        string program;
        string[] arguments;
        if (runtime.IsPython)
        {
            program = await python.FindAsync(cancellationToken) ?? throw new ProcessStartException(PythonInterpreter.Missing);
            arguments = [files.PythonRunner, files.StandIn];
            variables["PYTHONUNBUFFERED"] = "1";
            variables["PYTHONIOENCODING"] = "utf-8";
        }
        else
        {
            program = ExecutablePath.Find("pwsh") ?? throw new ProcessStartException("No pwsh is on the PATH of the local runtime. Install PowerShell 7, or name a Python runtime");
            arguments = ["-NoProfile", "-NonInteractive", "-File", files.PowerShellRunner];
            variables["InputPayload"] = payload.ToString();
        }

        folder.Write(runtime.IsPython ? "customer_script.py" : "customer_script.ps1", context.Text("Script")!, request);
        var limit = TimeSpan.FromSeconds(Math.Min(context.Step.TimeoutSeconds ?? long.MaxValue, (long)_longest.TotalSeconds));
        var left = context.Step.AttemptStarted + limit - time.GetUtcNow();
        return new ProcessSpec
        {
            Folder = folder.Path,
            FileName = program,
            Arguments = arguments,
            Environment = variables,
            Timeout = left > TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1),
        };
    }
}
