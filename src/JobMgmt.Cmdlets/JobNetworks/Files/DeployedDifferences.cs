using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Files;
using JobMgmt.Networks.Stack;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Cmdlets.JobNetworks.Files;

/// <summary>In what the networks of an import differ from those that they replace, in an operator's words.</summary>
internal sealed class DeployedDifferences(JobMgmtSession session, NetworkDirectory directory)
{
    /// <summary>The networks that were found on the target, each with the one that replaces it.</summary>
    public List<(JobNetwork Before, JobNetwork Now)> Replaced { get; } = [];

    /// <summary>In what the target differs from the network. Texts that differ and do the same (a script's lines packed otherwise) are no difference.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(JobNetwork network, StateMachineArtefact artefact, CancellationToken cancellationToken)
    {
        DeployedJobNetwork? there = await directory.ReadAsync(network.Name, cancellationToken).ConfigureAwait(false);
        if (there?.Definition is null || !JsonValue.TryParse(there.Definition, out JsonValue value) || value is not JsonObject asl)
        {
            return ["definition: can't be read"];
        }

        if (NetworkDirectory.Read(there.Definition, network.Name) is { } deployed)
        {
            Replaced.Add((deployed, network));
            string[] found = Differences.Find(deployed, network).Select(difference => difference.ToString()).ToArray();
            if (found.Length > 0)
            {
                return found;
            }
        }

        string[] states = DefinitionDrift.Find(asl, artefact.Definition).ToArray();
        return states.Length == 0
            ? await HasTagsAsync(artefact, cancellationToken).ConfigureAwait(false) ? [] : ["tags: changed by hand"]
            : [$"definition: edited by hand, or made by another version: state {string.Join(", ", states.Take(5))}{(states.Length > 5 ? ", ..." : "")}"];
    }

    private async Task<bool> HasTagsAsync(StateMachineArtefact artefact, CancellationToken cancellationToken)
    {
        ListTagsForResourceResponse answer = await session.StepFunctions.ListTagsForResourceAsync(
            new ListTagsForResourceRequest { ResourceArn = artefact.Arn }, cancellationToken).ConfigureAwait(false);
        return artefact.Tags.All(tag => (answer.Tags ?? []).Any(there => there.Key == tag.Key && there.Value == tag.Value));
    }
}
