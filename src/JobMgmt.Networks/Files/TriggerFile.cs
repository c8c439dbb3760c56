using JobMgmt.Networks.Triggers;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Networks.Files;

/// <summary>A trigger as it stands in files, for whoever keeps it elsewhere.</summary>
internal static class TriggerFile
{
    internal static JsonObject Write(JobTrigger trigger) => (JsonObject)NetworkMembers.Trigger.Kind.Write(trigger);

    /// <summary>The trigger; null where it has faults, or members that this version does not know.</summary>
    internal static JobTrigger? Read(JsonObject members)
    {
        var faults = new List<NetworkFileFault>();
        var scope = new FileScope(faults, "");
        var trigger = scope.Try(() => NetworkMembers.Trigger.Kind.Read(FileTree.Read(members.ToString()), scope), null!);
        return faults.Count == 0 ? trigger : null;
    }
}
