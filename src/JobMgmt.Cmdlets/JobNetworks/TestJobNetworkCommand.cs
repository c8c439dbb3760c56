using System.ComponentModel;
using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.JobNetworks.Files;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Checks;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Files;
using JobMgmt.Networks.Simulation;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>Test-JobNetwork: checks definitions on this machine alone; it needs no connection and starts no runtime.</summary>
[Cmdlet(VerbsDiagnostic.Test, "JobNetwork", DefaultParameterSetName = PathSet)]
[OutputType(typeof(JobNetworkDiagnostic), typeof(bool))]
public sealed class TestJobNetworkCommand : DefinitionCmdlet
{
    private const string DefinitionSet = "Definition";
    private const string JobSet = "Job";

    private readonly List<JobDefinition> _jobs = [];
    private readonly HashSet<string> _missingShells = new(StringComparer.Ordinal);
    private readonly List<CheckedDefinition> _checked = [];
    private bool _failed;

    /// <summary>The definition's text.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = DefinitionSet)]
    [AllowEmptyString]
    public string Definition { get; set; } = "";

    /// <summary>Jobs (New-JobDefinition), checked as the one network that they would make.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = JobSet)]
    [JobObjects]
    [ValidateNotNull]
    public JobDefinition[] Job { get; set; } = [];

    /// <summary>How the definition that is given as text, or the network of the jobs, is called in what is found.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = DefinitionSet)]
    [Parameter(ParameterSetName = JobSet)]
    [ValidateNotNullOrEmpty]
    public string? NetworkName { get; set; }

    /// <summary>Asks this machine's shell whether it understands each job's commands; runs none of them.</summary>
    [Parameter]
    public SwitchParameter ShellSyntax { get; set; }

    /// <summary>Stops a simulated run at every job in turn, restarts it, and compares the end with that of a run that was not stopped.</summary>
    [Parameter]
    public SwitchParameter Recovery { get; set; }

    /// <summary>Answers true or false instead: whether there is no error.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        switch (ParameterSetName)
        {
            case DefinitionSet:
                await CheckAsync(Definition, NetworkName, null, true, cancellationToken).ConfigureAwait(false);
                break;
            case JobSet:
                _jobs.AddRange(JobObjectsAttribute.Check(Job));
                break;
            case ObjectSet:
                foreach (DeployedJobNetwork network in InputObject)
                {
                    await CheckNetworkAsync(network, cancellationToken).ConfigureAwait(false);
                }

                break;
            default:
                await ForEachFileAsync(file => CheckFileAsync(file, cancellationToken)).ConfigureAwait(false);
                break;
        }
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        if (ParameterSetName == JobSet)
        {
            await CheckJobsAsync(cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<string> circle = NetworkUses.FindCircle(_checked.Select(one => (one.Name, one.Definition)).ToArray());
        if (circle.Count > 0)
        {
            _failed = true;
            if (!Quiet)
            {
                await WriteObjectAsync(new JobNetworkDiagnostic
                {
                    Severity = DiagnosticSeverity.Error,
                    Code = NetworkCodes.NestedCircle,
                    Message = $"The networks start each other in a circle, without an end: {string.Join(" starts ", circle.Select(name => $"'{name}'"))}. Take one of these jobs away.",
                    NetworkName = circle[0],
                }).ConfigureAwait(false);
            }
        }

        foreach (CheckedDefinition one in circle.Count > 0 ? [] : _checked)
        {
            await WriteAsync(one.Misfits(_checked), one.Name, one.Path, one.IsText).ConfigureAwait(false);
        }

        if (Quiet)
        {
            await WriteObjectAsync(!_failed).ConfigureAwait(false);
        }
    }

    private async Task CheckNetworkAsync(DeployedJobNetwork network, CancellationToken cancellationToken)
    {
        if (network.Definition is null)
        {
            await FailAsync(JobNetworkErrors.NetworkWithoutDefinition(network.Name)).ConfigureAwait(false);
            return;
        }

        await CheckAsync(network.Definition, network.Name, null, false, cancellationToken).ConfigureAwait(false);
    }

    private async Task CheckJobsAsync(CancellationToken cancellationToken)
    {
        var network = new JobNetwork
        {
            Name = NetworkName ?? "network", Jobs = _jobs, Tag = new Dictionary<string, string> { ["role"] = "job_worker" }, // New-JobNetwork, or the start, will name some
        };
        string definition;
        try
        {
            definition = NetworkSimulation.Compile(network);
        }
        catch (InvalidNetworkException e)
        {
            await WriteAsync(e.Faults.Select(fault => new NetworkFinding(DiagnosticSeverity.Error, NetworkCodes.NetworkInvalid, null, fault.ToString())).ToArray(), NetworkName, null, false).ConfigureAwait(false);
            return;
        }

        await CheckAsync(definition, network.Name, null, false, cancellationToken).ConfigureAwait(false);
    }

    private async Task CheckFileAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            string text = DefinitionFile.Read(file);
            if (!NetworkDefinition.IsYaml(file))
            {
                await CheckAsync(text, DefinitionFile.NetworkName(file), file, true, cancellationToken).ConfigureAwait(false);
                return;
            }

            NetworkFileCheck yaml = NetworkFileCheck.Read(text);
            await (yaml.Definition is null
                ? WriteAsync(yaml.Faults, yaml.Name, file, true)
                : CheckAsync(yaml.Definition, yaml.Name, file, true, cancellationToken, yaml.Locate)).ConfigureAwait(false);
        }
        catch (CmdletFailure failure)
        {
            await FailAsync(failure.Record).ConfigureAwait(false);
        }
    }

    private async Task CheckAsync(
        string definition, string? name, string? path, bool isText, CancellationToken cancellationToken, Func<NetworkFinding, NetworkFinding>? locate = null)
    {
        NetworkCheck check = NetworkChecker.Check(definition);
        string thing = path ?? name ?? "the definition";
        if (name is not null && JsonValue.TryParse(definition, out JsonValue? value) && value is JsonObject asl)
        {
            _checked.Add(new CheckedDefinition(name, asl, path, isText, locate));
        }

        if (!check.IsNetwork && !check.Findings.Any(finding => finding.Code == DiagnosticCodes.InvalidJson))
        {
            PostVerbose($"'{thing}' has no state that starts RunJob by task token: only the states language was checked, the rules of job networks were not applied.");
        }

        if (ShellSyntax)
        {
            check = check.With(await CheckShellAsync(check.Scripts, cancellationToken).ConfigureAwait(false));
        }

        if (Recovery)
        {
            check = check.With(CheckRecovery(definition, name ?? "network", thing, cancellationToken));
        }

        await WriteAsync(locate is null ? check.Findings : check.Findings.Select(locate).ToArray(), name, path, isText).ConfigureAwait(false);
    }

    private async Task WriteAsync(IReadOnlyList<NetworkFinding> findings, string? name, string? path, bool isText)
    {
        _failed |= findings.Any(finding => finding.Severity == DiagnosticSeverity.Error);
        if (!Quiet)
        {
            await WriteObjectsAsync(findings.Select(finding => new JobNetworkDiagnostic
            {
                Severity = finding.Severity,
                Code = finding.Code,
                State = finding.State,
                Message = finding.Message,
                Location = finding.Location,
                Line = isText ? finding.Line : null,
                Column = isText ? finding.Column : null,
                NetworkName = name,
                Path = path,
            })).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<NetworkFinding>> CheckShellAsync(IReadOnlyList<JobScript> scripts, CancellationToken cancellationToken)
    {
        var found = new List<NetworkFinding>();
        foreach (JobScript script in scripts.Where(script => !_missingShells.Contains(script.Interpreter)))
        {
            if (!JobNetworks.ShellSyntax.IsShell(script))
            {
                PostVerbose($"Job '{script.Job}' is a script for {script.Interpreter}, not for a shell; its syntax was not checked.");
                continue;
            }

            try
            {
                if (await JobNetworks.ShellSyntax.CheckAsync(script, cancellationToken).ConfigureAwait(false) is { } finding)
                {
                    found.Add(finding);
                }
            }
            catch (Win32Exception)
            {
                _missingShells.Add(script.Interpreter);
                PostWarning($"There is no '{script.Interpreter}' on this machine, so the commands of jobs for it were not checked.");
            }
        }

        return found;
    }

    private IReadOnlyList<NetworkFinding> CheckRecovery(string definition, string name, string thing, CancellationToken cancellationToken)
    {
        if (NetworkReader.CanContinue(definition))
        {
            try
            {
                return RecoveryCheck.Check(name, definition, cancellationToken);
            }
            catch (SimulationException e)
            {
                PostWarning($"The recovery of '{thing}' was not checked. {e.Message}");
                return [];
            }
        }

        PostWarning($"The recovery of '{thing}' was not checked: Restart-JobNetwork can't continue runs of a definition that New-JobNetwork has not made.");
        return [];
    }

    private protected override Task FailAsync(ErrorRecord record)
    {
        _failed = true;
        return base.FailAsync(record);
    }
}
