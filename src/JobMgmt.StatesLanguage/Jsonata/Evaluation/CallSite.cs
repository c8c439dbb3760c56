using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Jsonata.Evaluation;

/// <summary>Where a function is called, for errors; empty where another function calls it.</summary>
/// <param name="Name">The name that it is called by.</param>
/// <param name="Position">Where the call stands.</param>
internal readonly record struct CallSite(JsonValue? Name, int? Position)
{
    /// <summary>Adds the place to an error that passes through the call.</summary>
    public void Mark(JsonataException error)
    {
        if (!error.HasToken)
        {
            error.SetToken(Name);
        }

        error.Position = Position ?? error.Position;
    }
}
