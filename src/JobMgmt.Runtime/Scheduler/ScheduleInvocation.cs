using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JobMgmt.Runtime.Hosting;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Scheduler;

/// <summary>A time of a schedule that has come: what its target is still owed.</summary>
/// <param name="Id">Its key in the store.</param>
/// <param name="Schedule">The schedule's key.</param>
/// <param name="Group">The schedule's group.</param>
/// <param name="Name">The schedule's name.</param>
/// <param name="Created">When the schedule was made.</param>
/// <param name="Scheduled">The time that the expression names.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Target">The target, as it was at that time.</param>
internal sealed record ScheduleInvocation(
    long Id, long Schedule, string Group, string Name, DateTimeOffset Created, DateTimeOffset Scheduled, long Attempts, JsonObject Target)
{
    private const int MostName = 46; // with time and id 80, which is what an execution's name may have
    private readonly byte[] _hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{Group}/{Name}/{Created.ToUnixTimeMilliseconds()}/{Scheduled.ToUnixTimeMilliseconds()}")));

    /// <summary>The same for every attempt, and in every life of the runtime.</summary>
    public string ExecutionId => Convert.ToHexStringLower(_hash.AsSpan(0, 8));

    /// <summary>The id of the notification that a target without an input is sent.</summary>
    public Guid EventId => new(_hash.AsSpan(8, 16));

    /// <summary>The name of the execution that it starts: the schedule, its time, and what tells it from others alike.</summary>
    public string ExecutionName => string.Create(CultureInfo.InvariantCulture, $"{(Name.Length > MostName ? Name[..MostName] : Name)}-{Scheduled.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}-{ExecutionId}");

    /// <summary>The scheduled time, in ISO 8601.</summary>
    public string ScheduledText => Iso(Scheduled);

    public string ScheduleArn(RuntimeIdentity identity) => Scheduler.Schedule.ArnOf(identity, Group, Name);

    public static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
