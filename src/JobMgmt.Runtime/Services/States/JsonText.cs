using System.Globalization;
using System.Text;
using JobMgmt.Runtime.Services.Validation;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>Members whose text must be JSON and of at most 262,144 bytes of UTF-8: execution inputs and task outputs.</summary>
internal static class JsonText
{
    private const int MostBytes = 262_144;

    /// <summary>Parses it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="member">The member's name, for the size constraint.</param>
    /// <param name="refuse">Makes the refusal of a reason.</param>
    public static JsonValue Parse(string text, string member, Func<string, ServiceException> refuse)
    {
        if (Encoding.UTF8.GetByteCount(text) > MostBytes) // the service model's check counts characters
        {
            new Constraints().Hidden(member, string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {MostBytes}")).Enforce();
        }

        return JsonValue.TryParse(text, out var value) ? value : throw refuse(Reason(text));
    }

    /// <summary>What AWS says of a text that is no JSON. For none at all it has words of its own.</summary>
    private static string Reason(string text) => string.IsNullOrWhiteSpace(text) ? "Invalid execution input."
        : JsonFault.Describe(text) ?? JsonFault.Other;
}
