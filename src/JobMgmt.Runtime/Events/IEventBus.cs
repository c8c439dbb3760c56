using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Events;

/// <summary>The default event bus, for the services that put events of their own on it.</summary>
internal interface IEventBus
{
    /// <summary>
    /// Puts an event on the bus in the caller's transaction; it is delivered to the targets of the rules that match once that is committed.
    /// </summary>
    /// <param name="connection">The caller's transaction.</param>
    /// <param name="source"><c>aws.states</c>, <c>aws.ssm</c>…</param>
    /// <param name="detailType">The detail-type.</param>
    /// <param name="resources">The ARNs of what it is about.</param>
    /// <param name="detail">The detail.</param>
    /// <returns>Whether any rule matches.</returns>
    bool Put(StoreConnection connection, string source, string detailType, IReadOnlyList<string> resources, JsonObject detail);
}
