using System.Text.Json;

namespace JobMgmt.Schedules.Tests.Testing;

/// <summary>Cases from files, one JSON object a line.</summary>
internal static class Cases
{
    internal static IEnumerable<T> Read<T>(string file) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", file))
        .Select(line => JsonSerializer.Deserialize<T>(line, JsonSerializerOptions.Web)!);
}
