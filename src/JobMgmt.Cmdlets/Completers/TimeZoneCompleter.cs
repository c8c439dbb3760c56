using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace JobMgmt.Cmdlets.Completers;

/// <summary>Completes time zones by the names that this machine has of them.</summary>
internal sealed class TimeZoneCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        WildcardPattern pattern = WildcardPattern.Get($"*{wordToComplete.Trim('\'', '"')}*", WildcardOptions.IgnoreCase);
        return TimeZoneInfo.GetSystemTimeZones().Where(zone => pattern.IsMatch(zone.Id)).OrderBy(zone => zone.Id, StringComparer.OrdinalIgnoreCase)
            .Select(zone => new CompletionResult(zone.Id, zone.Id, CompletionResultType.ParameterValue, zone.DisplayName)).ToArray();
    }
}
