using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JobMgmt.Schedules.Tests.Testing;
using JobMgmt.Schedules.UnixCron;

namespace JobMgmt.Schedules.Tests.UnixCron;

public sealed class UnixCronTests
{
    private static readonly DateTime Year = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public sealed record FiringTimes(string Cron, int Count, IReadOnlyList<string> First, string? Last, string Sha256);

    public sealed record Conversion(string Cron, IReadOnlyList<string>? Aws, string? Field, int? Position, string? Fault);

    public static TheoryData<string> Conversions() => new(Cases.Read<Conversion>("unix-cron/conversions.jsonl").Select(item => item.Cron));

    [Fact]
    public void LinesAreDueWhenOtherImplementationsSaySo()
    {
        var minutes = Enumerable.Range(0, 365 * 24 * 60).Select(minute => Year.AddMinutes(minute)).Select(at => (At: at, Text: at.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture))).ToArray();
        var wrong = new List<string>();
        Parallel.ForEach(Cases.Read<FiringTimes>("unix-cron/firing-times.jsonl"), item =>
        {
            var cron = UnixCronExpression.Parse(item.Cron);
            var due = minutes.Where(minute => cron.IsDue(minute.At)).Select(minute => minute.Text).ToArray();
            if (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', due)))) != item.Sha256)
            {
                lock (wrong)
                {
                    wrong.Add($"{item.Cron}: {due.Length} times, first {due.FirstOrDefault()}; expected {item.Count}, first {string.Join(", ", item.First)}");
                }
            }
        });
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Conversions))]
    public void ALineBecomesAwsExpressions_OrSaysWhy(string cron)
    {
        var expected = Cases.Read<Conversion>("unix-cron/conversions.jsonl").Single(item => item.Cron == cron);
        if (expected.Aws is not null)
        {
            Assert.Equal(expected.Aws, UnixToAws.Convert(UnixCronExpression.Parse(cron)));
            return;
        }

        var error = Assert.Throws<ScheduleSyntaxException>(() => UnixToAws.Convert(UnixCronExpression.Parse(cron)));
        Assert.Equal((expected.Field, expected.Position), (error.Field, error.Position));
        Assert.Contains(expected.Fault!, error.Fault, StringComparison.Ordinal);
        Assert.NotEmpty(error.Fix);
    }
}
