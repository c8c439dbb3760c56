using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Model;

namespace JobMgmt.StatesLanguage.Interpreter.Errors;

/// <summary>Catch: the first catcher that takes the error.</summary>
internal static class CatchPolicy
{
    public static Catcher? Find(Run run, WorkState state, StateError error)
    {
        for (var i = 0; i < state.Catch.Count; i++)
        {
            if (error.Matches(state.Catch[i].ErrorEquals))
            {
                if (run.Trace is not null)
                {
                    run.Trace.CatchIndex = i;
                }

                return state.Catch[i];
            }
        }

        return null;
    }

    /// <summary>The error output. Both members are always there, as on AWS.</summary>
    public static JsonObject ErrorOutput(StateError error) => JsonObject.Of(("Error", JsonValue.OrNull(error.Error)), ("Cause", JsonValue.OrNull(error.Cause)));
}
